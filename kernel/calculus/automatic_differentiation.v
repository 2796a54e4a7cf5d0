(** The equations of calculus/automatic-differentiation, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** masked-softmax-gradient: b0d4720d695034d8 *)
Theorem masked_softmax_gradient
    (R : comUnitRingType)
    (m : nat)
    (eps : R)
    (S : 'I_m -> R)
    (D : 'I_m -> R)
    (P : 'I_m -> R)
    (M : 'I_m -> R)
    (exp : R -> R)
    (j : 'I_m)
    (small : eps * eps = 0)
    (unit : ((\sum_(k_3 < m) ((M k_3) * (exp (S k_3)))) : R) \is a GRing.unit)
    (P_is : P = (fun (j_2 : 'I_m) => ((\sum_(k_2 < m) ((M k_2) * (exp (S k_2))))^-1 * (M j_2) * (exp (S j_2)))))
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (\sum_(k_4 < m) ((D k_4) * ((\sum_(k_5 < m) ((M k_5) * (exp (S k_5 + eps * (k_5 == j)%:R))))^-1 * (M k_4) * (exp (S k_4 + eps * (k_4 == j)%:R))))) = (\sum_(k_7 < m) ((D k_7) * (P k_7))) + eps * (((D j) + (- (\sum_(k < m) ((D k) * (P k))))) * (P j)).
Proof. prove. Qed.

(** attention-queries-gradient: 10d4f07a250c525c *)
Theorem attention_queries_gradient
    (R : comUnitRingType)
    (n d m : nat)
    (eps : R)
    (Q : 'M[R]_(n, d))
    (d_Q : 'M[R]_(n, d))
    (R_2 : 'M[R]_(n, m))
    (r : 'M[R]_(n, m) -> R)
    (gradient_r : 'M[R]_(n, m) -> 'M[R]_(n, m))
    (S : 'M[R]_(n, m))
    (K : 'M[R]_(m, d))
    (sqrt : R -> R)
    (small : eps * eps = 0)
    (root : (sqrt d%:R) * (sqrt d%:R) = d%:R)
    (unit : ((sqrt d%:R) : R) \is a GRing.unit)
    (S_is : S = ((sqrt d%:R)^-1 *: (Q *m K^T)))
    (R_2_is : R_2 = (gradient_r S))
    (slope_of_r : forall X_ D_ : 'M[R]_(n, m), r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_) :
  (r ((sqrt d%:R)^-1 *: ((Q + eps *: d_Q) *m K^T))) = (r S) + eps * dot ((sqrt d%:R)^-1 *: (R_2 *m K)) d_Q.
Proof. prove. Qed.

(** attention-keys-gradient: 336eea079185991f *)
Theorem attention_keys_gradient
    (R : comUnitRingType)
    (m d n : nat)
    (eps : R)
    (K : 'M[R]_(m, d))
    (d_K : 'M[R]_(m, d))
    (R_2 : 'M[R]_(n, m))
    (r : 'M[R]_(n, m) -> R)
    (gradient_r : 'M[R]_(n, m) -> 'M[R]_(n, m))
    (S : 'M[R]_(n, m))
    (Q : 'M[R]_(n, d))
    (sqrt : R -> R)
    (small : eps * eps = 0)
    (root : (sqrt d%:R) * (sqrt d%:R) = d%:R)
    (unit : ((sqrt d%:R) : R) \is a GRing.unit)
    (S_is : S = ((sqrt d%:R)^-1 *: (Q *m K^T)))
    (R_2_is : R_2 = (gradient_r S))
    (slope_of_r : forall X_ D_ : 'M[R]_(n, m), r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_) :
  (r ((sqrt d%:R)^-1 *: (Q *m (K + eps *: d_K)^T))) = (r S) + eps * dot ((sqrt d%:R)^-1 *: (R_2^T *m Q)) d_K.
Proof. prove. Qed.

(** residual-gradient: 106a32ed78cf7674 *)
Theorem residual_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (x : 'cV[R]_n)
    (d_x : 'cV[R]_n)
    (f : 'cV[R]_n -> 'cV[R]_n)
    (jacobian_f : 'cV[R]_n -> 'M[R]_(n, n))
    (g : 'cV[R]_n)
    (r : 'cV[R]_n -> R)
    (gradient_r : 'cV[R]_n -> 'cV[R]_n)
    (y : 'cV[R]_n)
    (small : eps * eps = 0)
    (y_is : y = ((f x) + x))
    (g_is : g = (gradient_r y))
    (slope_of_r : forall X_ D_ : 'cV[R]_n, r (X_ + eps *: D_) = r X_ + eps * dot (gradient_r X_) D_)
    (slope_of_f : forall X_ D_ : 'cV[R]_n, f (X_ + eps *: D_) = f X_ + eps *: (jacobian_f X_ *m D_)) :
  (r ((f (x + eps *: d_x)) + (x + eps *: d_x))) = (r y) + eps * dot (((jacobian_f x)^T *m g) + g) d_x.
Proof. prove. Qed.

Print Assumptions masked_softmax_gradient.
Print Assumptions attention_queries_gradient.
Print Assumptions attention_keys_gradient.
Print Assumptions residual_gradient.
