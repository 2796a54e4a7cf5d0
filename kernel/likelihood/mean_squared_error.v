(** The equations of likelihood/mean-squared-error, proved by Coq's kernel for every size.

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

(** least-squares-pythagoras: 793d6c6cef77c857 *)
Theorem least_squares_pythagoras
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (y : 'cV[R]_n)
    (A : 'M[R]_(d, n))
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T)) :
  (sqn (y + (- (X *m beta)))) = ((sqn (y + (- (X *m A *m y)))) + (sqn (X *m (beta + (- (A *m y)))))) :> R.
Proof. prove. Qed.

(** rival-is-unbiased: 465a2c90ef3828b4 *)
Theorem rival_is_unbiased
    (R : comUnitRingType)
    (d n : nat)
    (C : 'M[R]_(d, n))
    (D : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (A : 'M[R]_(d, n))
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (C_is : C = ((D *m ((1%:M : 'M[R]_n) + (- (X *m A)))) + A)) :
  (C *m X) = (1%:M : 'M[R]_d).
Proof. prove. Qed.

(** weighted-sum-of-squares: 423da970df075a77 *)
Theorem weighted_sum_of_squares
    (R : comUnitRingType)
    (n d : nat)
    (mu : 'cV[R]_n)
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (y : 'cV[R]_n)
    (w : 'cV[R]_n)
    (mu_is : mu = (X *m beta)) :
  (\sum_(i < n) ((((y i 0) + (- (mu i 0))) ^+ 2) * (w i 0))) = (dot (y + (- (X *m beta))) ((diag w) *m (y + (- (X *m beta))))) :> R.
Proof. prove. Qed.

(** residual-loss-gradient: 597fe6090811c2ee *)
Theorem residual_loss_gradient
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (beta : 'cV[R]_d)
    (d_beta : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (rho' : R -> R)
    (y : 'cV[R]_n)
    (rho : R -> R)
    (mu : 'cV[R]_n)
    (small : eps * eps = 0)
    (slope_of_rho : forall x_ y_, rho (x_ + eps * y_) = rho x_ + eps * (y_ * (rho' x_)))
    (mu_is : mu = (X *m beta)) :
  (\sum_(i < n) (rho ((y i 0) + (- ((X *m (beta + eps *: d_beta)) i 0))))) = (\sum_(i_2 < n) (rho ((y i_2 0) + (- (mu i_2 0))))) + eps * dot (- (X^T *m (map_mx rho' (y + (- (X *m beta)))))) d_beta.
Proof. prove. Qed.

(** student-t-weights: 147d53674d7b05f4 *)
Theorem student_t_weights
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (s : R)
    (nu : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (s : R) \is a GRing.unit)
    (unit_2 : ((nu + ((r ^+ 2) * (s^-1 ^+ 2))) : R) \is a GRing.unit)
    (unit_3 : (2%:R : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_4 : (nu : R) \is a GRing.unit)
    (unit_5 : ((1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))) : R) \is a GRing.unit) :
  (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (((r + eps) ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) = (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + ((r ^+ 2) * nu^-1 * (s^-1 ^+ 2))))) + eps * (r * (s^-1 ^+ 2) * (nu + ((r ^+ 2) * (s^-1 ^+ 2)))^-1 * (1 + nu)).
Proof. prove. Qed.

(** student-t-scale-score: 94f5c391c4dd45f4 *)
Theorem student_t_scale_score
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (s : R)
    (r : 'I_n -> R)
    (w : 'I_n -> R)
    (nu : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (s : R) \is a GRing.unit)
    (unit_2 : forall (i_2 : 'I_n), ((nu + ((s^-1 ^+ 2) * ((r i_2) ^+ 2))) : R) \is a GRing.unit)
    (w_is : w = (fun (i_2 : 'I_n) => ((nu + ((s^-1 ^+ 2) * ((r i_2) ^+ 2)))^-1 * (1 + nu))))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : (2%:R : R) \is a GRing.unit)
    (unit_4 : (nu : R) \is a GRing.unit)
    (unit_5 : forall (i_3 : 'I_n), ((1 + (nu^-1 * (s^-1 ^+ 2) * ((r i_3) ^+ 2))) : R) \is a GRing.unit) :
  ((n%:R * (log (s + eps))) + (\sum_(i_3 < n) (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (nu^-1 * ((s + eps)^-1 ^+ 2) * ((r i_3) ^+ 2))))))) = ((n%:R * (log s)) + (\sum_(i_4 < n) (((1 / 2%:R) + ((1 / 2%:R) * nu)) * (log (1 + (nu^-1 * (s^-1 ^+ 2) * ((r i_4) ^+ 2))))))) + eps * (s^-1 * (n%:R + (- ((s^-1 ^+ 2) * (\sum_(i < n) (((r i) ^+ 2) * (w i))))))).
Proof. prove. Qed.

Print Assumptions least_squares_pythagoras.
Print Assumptions rival_is_unbiased.
Print Assumptions weighted_sum_of_squares.
Print Assumptions residual_loss_gradient.
Print Assumptions student_t_weights.
Print Assumptions student_t_scale_score.
