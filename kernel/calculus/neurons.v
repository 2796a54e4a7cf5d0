(** The equations of calculus/neurons, proved by Coq's kernel for every size.

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

(** walk-to-the-boundary: 66ff55b68c4f595d *)
Theorem walk_to_the_boundary
    (R : comUnitRingType)
    (d : nat)
    (b : R)
    (w : 'cV[R]_d)
    (z : R)
    (x : 'cV[R]_d)
    (z_is : z = (b + (dot w x)))
    (unit : ((sqn w) : R) \is a GRing.unit) :
  (b + (dot w (((- (z * (sqn w)^-1)) *: w) + x))) = 0 :> R.
Proof. prove. Qed.

(** neuron-gradient: d7dd143ce25909ff *)
Theorem neuron_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (x : 'cV[R]_d)
    (phi' : R -> R)
    (z : R)
    (b : R)
    (phi : R -> R)
    (small : eps * eps = 0)
    (z_is : z = (b + (dot w x)))
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (phi (b + (dot (w + eps *: d_w) x))) = (phi z) + eps * dot ((phi' z) *: x) d_w.
Proof. prove. Qed.

(** binary-cross-entropy-by-logit: b715f18c0d8fa3cf *)
Theorem binary_cross_entropy_by_logit
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (p : R)
    (exp : R -> R)
    (y : R)
    (log : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (p_is : p = (1 + (exp (- z)))^-1)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_2 : (p : R) \is a GRing.unit)
    (unit_3 : ((1 + (exp (- z)))^-1 : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (unit_4 : ((1 + (- p)) : R) \is a GRing.unit)
    (ell_is : ell = ((- (y * (log p))) + (- ((1 + (- y)) * (log (1 + (- p))))))) :
  ((- (y * (log (1 + (exp (- (z + eps))))^-1))) + (- ((1 + (- y)) * (log (1 + (- (1 + (exp (- (z + eps))))^-1)))))) = ell + eps * (p + (- y)).
Proof. prove. Qed.

(** binary-cross-entropy-gradient: 507a7dd8a52780d7 *)
Theorem binary_cross_entropy_gradient
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (x : 'cV[R]_d)
    (p : R)
    (exp : R -> R)
    (b : R)
    (y : R)
    (log : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp ((- b) + (- (dot w x))))) : R) \is a GRing.unit)
    (p_is : p = (1 + (exp ((- b) + (- (dot w x)))))^-1)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_2 : (p : R) \is a GRing.unit)
    (unit_3 : ((1 + (exp ((- b) + (- (dot w x)))))^-1 : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (unit_4 : ((1 + (- p)) : R) \is a GRing.unit)
    (ell_is : ell = ((- (y * (log p))) + (- ((1 + (- y)) * (log (1 + (- p))))))) :
  ((- (y * (log (1 + (exp ((- b) + (- (dot (w + eps *: d_w) x)))))^-1))) + (- ((1 + (- y)) * (log (1 + (- (1 + (exp ((- b) + (- (dot (w + eps *: d_w) x)))))^-1)))))) = ell + eps * dot ((p + (- y)) *: x) d_w.
Proof. prove. Qed.

(** squared-error-of-a-probability: cddb10f01801984b *)
Theorem squared_error_of_a_probability
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (x : 'cV[R]_d)
    (p : R)
    (exp : R -> R)
    (b : R)
    (y : R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp ((- b) + (- (dot w x))))) : R) \is a GRing.unit)
    (p_is : p = (1 + (exp ((- b) + (- (dot w x)))))^-1)
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  ((1 / 2%:R) * (((1 + (exp ((- b) + (- (dot (w + eps *: d_w) x)))))^-1 + (- y)) ^+ 2)) = ((1 / 2%:R) * ((p + (- y)) ^+ 2)) + eps * dot ((p * (1 + (- p)) * (p + (- y))) *: x) d_w.
Proof. prove. Qed.

(** logistic-batch-gradient: eaa8fc13fe7aa00e *)
Theorem logistic_batch_gradient
    (R : comUnitRingType)
    (d n : nat)
    (eps : R)
    (w : 'cV[R]_d)
    (d_w : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (p : 'cV[R]_n)
    (exp : R -> R)
    (b : R)
    (log : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : forall (i : 'I_n), ((1 + (exp (- (((b *: (const_mx 1 : 'cV[R]_n)) + (X *m w)) i 0)))) : R) \is a GRing.unit)
    (p_is : p = (\col_(i < n) (1 + (exp (- (((b *: (const_mx 1 : 'cV[R]_n)) + (X *m w)) i 0))))^-1))
    (unit_2 : (n%:R : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : forall (i_2 : 'I_n), ((((const_mx 1 : 'cV[R]_n) + (- p)) i_2 0) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (unit_4 : forall (i_4 : 'I_n), ((p i_4 0) : R) \is a GRing.unit)
    (ell_is : ell = (n%:R^-1 * ((- (dot ((const_mx 1 : 'cV[R]_n) + (- y)) (map_mx log ((const_mx 1 : 'cV[R]_n) + (- p))))) + (- (dot y (map_mx log p)))))) :
  (n%:R^-1 * ((- (dot ((const_mx 1 : 'cV[R]_n) + (- y)) (\col_(i_2 < n) (log (((const_mx 1 : 'cV[R]_n) + (- (\col_(i_3 < n) (1 + (exp (- (((b *: (const_mx 1 : 'cV[R]_n)) + (X *m (w + eps *: d_w))) i_3 0))))^-1))) i_2 0))))) + (- (dot y (\col_(i_4 < n) (log ((\col_(i_5 < n) (1 + (exp (- (((b *: (const_mx 1 : 'cV[R]_n)) + (X *m (w + eps *: d_w))) i_5 0))))^-1) i_4 0))))))) = ell + eps * dot (n%:R^-1 *: (X^T *m (p + (- y)))) d_w.
Proof. prove. Qed.

(** log-sum-exp-gradient: 59dcf56a4aa57b19 *)
Theorem log_sum_exp_gradient
    (R : comUnitRingType)
    (k : nat)
    (eps : R)
    (z : 'I_k -> R)
    (p : 'I_k -> R)
    (exp : R -> R)
    (log : R -> R)
    (j : 'I_k)
    (small : eps * eps = 0)
    (unit : ((\sum_(l_2 < k) (exp (z l_2))) : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_k) => ((\sum_(l < k) (exp (z l)))^-1 * (exp (z i)))))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (log (\sum_(l_6 < k) (exp (z l_6 + eps * (l_6 == j)%:R)))) = (log (\sum_(l_9 < k) (exp (z l_9)))) + eps * (p j).
Proof. prove. Qed.

(** softmax-cross-entropy-gradient: 5e4fb83c9590e6f1 *)
Theorem softmax_cross_entropy_gradient
    (R : comUnitRingType)
    (k : nat)
    (y : 'I_k -> R)
    (eps : R)
    (z : 'I_k -> R)
    (p : 'I_k -> R)
    (exp : R -> R)
    (log : R -> R)
    (j : 'I_k)
    (given : (\sum_(l < k) (y l)) = 1 :> R)
    (small : eps * eps = 0)
    (unit : ((\sum_(l_3 < k) (exp (z l_3))) : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_k) => ((\sum_(l_2 < k) (exp (z l_2)))^-1 * (exp (z i)))))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_2 : forall (l_4 : 'I_k), (((\sum_(l_5 < k) (exp (z l_5)))^-1 * (exp (z l_4))) : R) \is a GRing.unit)
    (unit_3 : forall (l_4 : 'I_k), ((exp (z l_4)) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (- (\sum_(l_4 < k) ((y l_4) * (log ((\sum_(l_10 < k) (exp (z l_10 + eps * (l_10 == j)%:R)))^-1 * (exp (z l_4 + eps * (l_4 == j)%:R))))))) = (- (\sum_(l_12 < k) ((y l_12) * (log ((\sum_(l_16 < k) (exp (z l_16)))^-1 * (exp (z l_12))))))) + eps * ((p j) + (- (y j))).
Proof. prove. Qed.

(** softmax-shift: d258a98e6331c586 *)
Theorem softmax_shift
    (R : comUnitRingType)
    (k : nat)
    (exp : R -> R)
    (c : R)
    (z : 'I_k -> R)
    (i : 'I_k)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((\sum_(l_2 < k) (exp (c + (z l_2)))) : R) \is a GRing.unit)
    (unit_2 : ((\sum_(l_4 < k) (exp (z l_4))) : R) \is a GRing.unit) :
  ((\sum_(l < k) (exp (c + (z l))))^-1 * (exp (c + (z i)))) = ((\sum_(l_3 < k) (exp (z l_3)))^-1 * (exp (z i))) :> R.
Proof. prove. Qed.

(** log-sum-exp: 38f93c714c9b9274 *)
Theorem log_sum_exp
    (R : comUnitRingType)
    (k : nat)
    (log : R -> R)
    (exp : R -> R)
    (z : 'I_k -> R)
    (c : R)
    (unit : ((\sum_(l < k) (exp (z l))) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : ((\sum_(l_4 < k) (exp ((z l_4) + (- c)))) : R) \is a GRing.unit) :
  (log (\sum_(l_3 < k) (exp (z l_3)))) = (c + (log (\sum_(l_6 < k) (exp ((z l_6) + (- c)))))) :> R.
Proof. prove. Qed.

(** squared-error-gradient: 50d1a49dc729c531 *)
Theorem squared_error_gradient
    (R : comUnitRingType)
    (n k : nat)
    (eps : R)
    (A : 'M[R]_(n, k))
    (d_A : 'M[R]_(n, k))
    (Y : 'M[R]_(n, k))
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit) :
  ((1 / 2%:R) * n%:R^-1 * (sqn ((A + eps *: d_A) + (- Y)))) = ((1 / 2%:R) * n%:R^-1 * (sqn (A + (- Y)))) + eps * dot (n%:R^-1 *: (A + (- Y))) d_A.
Proof. prove. Qed.

(** forward-layer: ae1f1a106710eee9 *)
Theorem forward_layer
    (R : comUnitRingType)
    (n h d : nat)
    (Z : 'M[R]_(n, h))
    (X : 'M[R]_(n, d))
    (W : 'M[R]_(d, h))
    (b : 'cV[R]_h)
    (r : 'I_n)
    (Z_is : Z = ((X *m W) + ((const_mx 1 : 'cV[R]_n) *m b^T))) :
  (row r Z) = (((row r X) *m W) + b^T).
Proof. prove. Qed.

(** bias-as-a-weight: 4007bfd501f3b2bb *)
Theorem bias_as_a_weight
    (R : comUnitRingType)
    (n d h : nat)
    (X : 'M[R]_(n, d))
    (W : 'M[R]_(d, h))
    (b : 'cV[R]_h) :
  ((row_mx X (const_mx 1 : 'cV[R]_n)) *m (col_mx W b^T)) = ((X *m W) + ((const_mx 1 : 'cV[R]_n) *m b^T)).
Proof. prove. Qed.

(** layer-jacobian: 0c149fc2db316487 *)
Theorem layer_jacobian
    (R : comUnitRingType)
    (d h : nat)
    (eps : R)
    (a : 'cV[R]_d)
    (d_a : 'cV[R]_d)
    (phi' : R -> R)
    (z : 'cV[R]_h)
    (W : 'M[R]_(d, h))
    (b : 'cV[R]_h)
    (phi : R -> R)
    (small : eps * eps = 0)
    (z_is : z = ((W^T *m a) + b))
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (map_mx phi ((W^T *m (a + eps *: d_a)) + b)) = (map_mx phi z) + eps *: (((diag (map_mx phi' z)) *m W^T) *m d_a).
Proof. prove. Qed.

(** linear-layers-collapse: a8f3eb5df5a3df99 *)
Theorem linear_layers_collapse
    (R : comUnitRingType)
    (n d h k : nat)
    (X : 'M[R]_(n, d))
    (W_1 : 'M[R]_(d, h))
    (b_1 : 'cV[R]_h)
    (W_2 : 'M[R]_(h, k))
    (b_2 : 'cV[R]_k) :
  ((((X *m W_1) + ((const_mx 1 : 'cV[R]_n) *m b_1^T)) *m W_2) + ((const_mx 1 : 'cV[R]_n) *m b_2^T)) = (((const_mx 1 : 'cV[R]_n) *m ((b_1^T *m W_2) + b_2^T)) + (X *m W_1 *m W_2)).
Proof. prove. Qed.

(** softmax-any-targets: 38355c63c4278c75 *)
Theorem softmax_any_targets
    (R : comUnitRingType)
    (k : nat)
    (eps : R)
    (z : 'I_k -> R)
    (y : 'I_k -> R)
    (p : 'I_k -> R)
    (exp : R -> R)
    (log : R -> R)
    (j : 'I_k)
    (small : eps * eps = 0)
    (unit : ((\sum_(l_2 < k) (exp (z l_2))) : R) \is a GRing.unit)
    (p_is : p = (fun (i : 'I_k) => ((\sum_(l < k) (exp (z l)))^-1 * (exp (z i)))))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_2 : forall (l_4 : 'I_k), (((\sum_(l_5 < k) (exp (z l_5)))^-1 * (exp (z l_4))) : R) \is a GRing.unit)
    (unit_3 : forall (l_4 : 'I_k), ((exp (z l_4)) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (- (\sum_(l_4 < k) ((y l_4) * (log ((\sum_(l_10 < k) (exp (z l_10 + eps * (l_10 == j)%:R)))^-1 * (exp (z l_4 + eps * (l_4 == j)%:R))))))) = (- (\sum_(l_12 < k) ((y l_12) * (log ((\sum_(l_16 < k) (exp (z l_16)))^-1 * (exp (z l_12))))))) + eps * (((p j) * (\sum_(l_3 < k) (y l_3))) + (- (y j))).
Proof. prove. Qed.

Print Assumptions walk_to_the_boundary.
Print Assumptions neuron_gradient.
Print Assumptions binary_cross_entropy_by_logit.
Print Assumptions binary_cross_entropy_gradient.
Print Assumptions squared_error_of_a_probability.
Print Assumptions logistic_batch_gradient.
Print Assumptions log_sum_exp_gradient.
Print Assumptions softmax_cross_entropy_gradient.
Print Assumptions softmax_shift.
Print Assumptions log_sum_exp.
Print Assumptions squared_error_gradient.
Print Assumptions forward_layer.
Print Assumptions bias_as_a_weight.
Print Assumptions layer_jacobian.
Print Assumptions linear_layers_collapse.
Print Assumptions softmax_any_targets.
